/** Kinds of rule of forms per project; proved in projectKinds.test.ts. */
export const PROJECT_KINDS: readonly string[] = ['byNumber', 'evaluationScope', 'applicableWhere', 'comparisonInTarget', 'unitInTarget', 'met', 'scoringMethod'];
