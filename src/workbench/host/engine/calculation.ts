import { ICommandService, type Univer } from '@univerjs/core';
import {
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';

/** The private members of Univer's TriggerCalculationController used here (see the contract tests). */
interface CalculationTrigger {
  _waitingCommandQueue: unknown[];
  _executingDirtyData: object;
  _executionInProgressParams: object | null;
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
  #trigger: CalculationTrigger | null = null;

  constructor(univer: Univer) {
    this.#univer = univer;
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

  /** Resolves when every formula that depends on a changed cell has its new result. */
  async flush(): Promise<void> {
    const trigger = this.#find();
    const commands = this.#univer.__getInjector().get(ICommandService);
    for (let round = 0; round < 10; round++) {
      const waiting = trigger._waitingCommandQueue;
      if (waiting.length === 0 && trigger._executionInProgressParams === null) return;
      clearTimeout(trigger._setTimeoutKey);
      trigger._waitingCommandQueue = [];
      trigger._executingDirtyData = trigger._mergeDirty(trigger._executingDirtyData, trigger._generateDirty(waiting));
      const done = new Promise<void>((resolve) => {
        const listening = commands.onCommandExecuted((command) => {
          if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
          if ((command.params as { functionsExecutedState?: number }).functionsExecutedState === undefined) return;
          listening.dispose();
          resolve();
        });
      });
      commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, { ...trigger._executingDirtyData }, { onlyLocal: true });
      await done;
    }
  }
}
