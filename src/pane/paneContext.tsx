import { createContext, useContext, useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import type { PaneState, PaneStore } from './paneStore';

export const PaneContext = createContext<PaneStore | null>(null);

/** The pane's state, and the store to ask for things. */
export function usePane(): { readonly state: PaneState; readonly store: PaneStore } {
  const store = useContext(PaneContext);
  if (!store) throw new Error('usePane outside the pane');
  return { store, state: useSyncExternalStore(store.subscribe, store.snapshot) };
}

/** Moves the focus to the element when the outcome changes to a new one, so that keyboard and screen reader go on there. */
export function useFocusOn<E extends HTMLElement>(outcome: unknown): RefObject<E> {
  const element = useRef<E>(null);
  const seen = useRef(outcome);
  useEffect(() => {
    if (seen.current === outcome) return;
    seen.current = outcome;
    if (outcome !== null) element.current?.focus();
  }, [outcome]);
  return element;
}
