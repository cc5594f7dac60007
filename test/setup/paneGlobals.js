'use strict';
const { MessageChannel, MessagePort } = require('node:worker_threads');
const { TextDecoder, TextEncoder } = require('node:util');
const { webcrypto } = require('node:crypto');

// jsdom lacks these; every webview that starts the pane has them.
globalThis.MessageChannel ??= MessageChannel;
globalThis.MessagePort ??= MessagePort;
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;
if (globalThis.crypto?.subtle === undefined) {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
}
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.matchMedia ??= (media) => ({
  media,
  matches: false,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
});
