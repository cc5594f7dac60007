import type { RequestBody } from '../../src/workbench/host/wire/protocol';
import { ACTION, PATH } from '../../src/workbench/host/wire/protocol';

interface Bridge {
  sendMessageToHost(text: string): void;
}

/** The requests that are sent while `act` runs, as text. */
export async function requestsDuring<T>(act: () => Promise<T>): Promise<{ readonly result: T; readonly requests: readonly string[] }> {
  const bridge = (globalThis as unknown as { readonly _richApiNativeBridge: Bridge })._richApiNativeBridge;
  const send = bridge.sendMessageToHost.bind(bridge);
  const requests: string[] = [];
  bridge.sendMessageToHost = (text) => {
    requests.push(text);
    send(text);
  };
  try {
    return { result: await act(), requests };
  } finally {
    bridge.sendMessageToHost = send;
  }
}

/** What a request is made of, the largest first: objects asked for by their method, and what is set or called by its member. */
export function bytesByMember(request: string): readonly string[] {
  const { message } = JSON.parse(request) as { message: { body: RequestBody | string } };
  const body = (typeof message.body === 'string' ? JSON.parse(message.body) : message.body) as RequestBody;
  const kinds = new Map<string, { count: number; bytes: number }>();
  const add = (kind: string, part: unknown, counts: boolean): void => {
    const found = kinds.get(kind) ?? { count: 0, bytes: 0 };
    kinds.set(kind, { count: found.count + (counts ? 1 : 0), bytes: found.bytes + new TextEncoder().encode(JSON.stringify(part)).length });
  };
  const objectKind = (id: number): string => {
    const path = body.ObjectPaths[String(id)];
    return `object ${path?.ObjectPathType === PATH.indexer ? 'getItem' : path?.Name ?? ''}`;
  };
  for (const [id, path] of Object.entries(body.ObjectPaths)) add(objectKind(Number(id)), path, true);
  for (const action of body.Actions) {
    const isMember = action.ActionType === ACTION.method || action.ActionType === ACTION.set;
    add(isMember ? action.Name ?? '' : objectKind(action.ObjectPathId ?? 0), action, isMember);
  }
  return [...kinds].sort(([, a], [, b]) => b.bytes - a.bytes).map(([kind, { count, bytes }]) => `${(bytes / 1000).toFixed(1).padStart(7)} KB ${String(count).padStart(5)} ${kind}`);
}
