'use strict';

// Univer reads navigator while it loads; Node 20 has none.
if (globalThis.navigator === undefined) {
  globalThis.navigator = { userAgent: 'node', platform: process.platform, language: 'zh-CN', languages: ['zh-CN'] };
}
