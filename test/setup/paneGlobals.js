'use strict';
const { setImmediate } = require('node:timers');
const { TextDecoder, TextEncoder } = require('node:util');
const { webcrypto } = require('node:crypto');

// jsdom lacks these; every webview that starts the pane has them.
globalThis.MessageChannel ??= class {
  // Node's own channel keeps the test process alive after the last test.
  constructor() {
    const port = () => ({
      onmessage: null,
      listeners: new Set(),
      start() {},
      close() {},
      addEventListener(_type, listener) {
        this.listeners.add(listener);
      },
      removeEventListener(_type, listener) {
        this.listeners.delete(listener);
      },
    });
    const connect = (from, to) => {
      from.postMessage = (data) => {
        setImmediate(() => {
          to.onmessage?.({ data });
          for (const listener of to.listeners) listener({ data });
        });
      };
    };
    this.port1 = port();
    this.port2 = port();
    connect(this.port1, this.port2);
    connect(this.port2, this.port1);
  }
};
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
