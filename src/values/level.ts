/** 错误（须改正） | 核实（须说明） | 提示. */
export type Level = 'error' | 'warning' | 'hint';

export const LEVEL_NAMES: Readonly<Record<Level, string>> = { error: '错误', warning: '核实', hint: '提示' };
