import type {} from './paneLink';

// Runs in the frame of the pane before office.js: gives it the bridge and the native object that Excel for Windows gives.
const link = window.parent.paneLink;
if (link !== undefined) {
  const { bridge, external } = link.connect();
  window._richApiNativeBridge = bridge;
  Object.defineProperty(window, 'external', { value: external, configurable: true });
}
