import type { Host } from './host';
import { officeExternal, type OfficeContextOptions } from './officeContext';

/** The end of the bridge that Office.js looks for in the window of a pane. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by Office.js. */
  onMessageFromHost: ((text: string) => void) | null;
}

/** What the page hands to the pane in its frame. */
export interface PaneLink {
  /** Connects the window of a pane that has just begun to load; the pane before it is forgotten. */
  connect(): { readonly bridge: NativeBridge; readonly external: object };
}

declare global {
  interface Window {
    /** On the page of the workbench, for the frame of the pane. */
    paneLink?: PaneLink;
    _richApiNativeBridge?: NativeBridge;
  }
}

/** Lets task panes in frames of this page talk to `host`. */
export function paneLinkOf(host: Host, options: Omit<OfficeContextOptions, 'settings'>): PaneLink {
  return {
    connect() {
      host.disconnectAll();
      const bridge: NativeBridge = { sendMessageToHost: (text) => send(text), onMessageFromHost: null };
      const send = host.connect((text) => bridge.onMessageFromHost?.(text));
      return { bridge, external: officeExternal({ ...options, settings: host.settings }) };
    },
  };
}
