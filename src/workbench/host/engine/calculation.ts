import { ICommandService, type Univer } from '@univerjs/core';
import {
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';

/** The private members of Univer's TriggerCalculationController used here (see the contract tests). */
interface CalculationTrigger {
  _waitingCommandQueue: unknown[];
  _executingDirtyData: object;
  _setTimeoutKey: number | NodeJS.Timeout;
  _generateDirty(commands: unknown[]): object;
  _mergeDirty(first: object, second: object): object;
}

interface DependencyBook {
  dependencyCollection: { dependencyMap: Map<unknown, unknown> };
}

/** Calculates at once what Univer would calculate 100 ms later. */
export class Calculation {
  readonly #univer: Univer;
  readonly #commands: ICommandService;
  #trigger: CalculationTrigger | null = null;
  /** The calculation under way, whoever began it. */
  #running: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  constructor(univer: Univer) {
    this.#univer = univer;
    this.#commands = univer.__getInjector().get(ICommandService);
    this.#commands.onCommandExecuted(({ id, params }) => {
      if (id === SetFormulaCalculationStartMutation.id) this.#begin();
      else if (id === SetFormulaCalculationNotificationMutation.id) this.#hear(params as { functionsExecutedState?: FormulaExecutedStateType });
    });
  }

  #begin(): void {
    if (this.#running) return;
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => { end = resolve; });
    this.#running = { ended, end };
  }

  /** A calculation that Univer stops is begun again at once. */
  #hear({ functionsExecutedState: state }: { functionsExecutedState?: FormulaExecutedStateType }): void {
    if (state === undefined || state === FormulaExecutedStateType.STOP_EXECUTION) return;
    this.#running?.end();
    this.#running = null;
  }

  #find(): CalculationTrigger {
    if (this.#trigger) return this.#trigger;
    const injector = this.#univer.__getInjector();
    const { dependencyMap } = (injector as unknown as DependencyBook).dependencyCollection;
    for (const key of dependencyMap.keys()) {
      if (typeof key === 'function' && typeof key.prototype === 'object' && key.prototype && '_generateDirty' in key.prototype) {
        this.#trigger = injector.get(key as unknown as Parameters<typeof injector.get>[0]) as unknown as CalculationTrigger;
        return this.#trigger;
      }
    }
    throw new Error('Univer has no calculation trigger: its version is not the one this host was written for');
  }

  /** Ends Univer's count of calculations, and with it the timer that would tell their progress after the workbook is gone. */
  async close(): Promise<void> {
    await this.flush();
    this.#commands.syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, { functionsExecutedState: FormulaExecutedStateType.STOP_EXECUTION }, { onlyLocal: true });
  }

  /** Resolves when every formula that depends on a changed cell has its new result. */
  async flush(): Promise<void> {
    const trigger = this.#find();
    for (let round = 0; round < 10; round++) {
      if (this.#running) await this.#running.ended;
      const waiting = trigger._waitingCommandQueue;
      if (waiting.length === 0) return;
      clearTimeout(trigger._setTimeoutKey);
      trigger._waitingCommandQueue = [];
      trigger._executingDirtyData = trigger._mergeDirty(trigger._executingDirtyData, trigger._generateDirty(waiting));
      this.#commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, { ...trigger._executingDirtyData }, { onlyLocal: true });
    }
  }
}
