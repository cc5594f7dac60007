import { act, configure, render, type RenderResult } from '@testing-library/react';
import { App, type OfficeLook } from '../../src/pane/App';
import type { Assistant } from '../../src/pane/assistant';
import { PaneStore, type Page } from '../../src/pane/paneStore';

// A page of its own part is loaded when it is shown; on a slow machine that takes longer than the second these tests would wait.
configure({ asyncUtilTimeout: 120_000 });

export const plainLook: OfficeLook = { colours: () => null, listen: () => () => undefined };

/** The whole pane over a played assistant, started as the real one is. */
export async function showPane(assistant: Assistant, page: Page = 'start', wish: 'check' | 'report' | null = null): Promise<RenderResult & { readonly store: PaneStore; readonly faults: unknown[] }> {
  const faults: unknown[] = [];
  const store = new PaneStore(assistant, page, (fault) => faults.push(fault));
  const result = render(<App store={store} look={plainLook} />);
  await act(() => store.start(wish));
  return { ...result, store, faults };
}
