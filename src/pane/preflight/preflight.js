// Runs before everything else, also in the old webviews of Excel 2016 and 2019: ES5 only.
// Shows a readable page where the pane would stay white: webview too old, or Office.js not reachable.
(function () {
  'use strict';

  var waitMilliseconds = 10000;
  var pollMilliseconds = 250;
  var shown = null;

  var pages = {
    tooOld: {
      title: '需要 Excel 2021 或更高版本',
      lines: [
        '这台电脑的 Excel 用旧的网页组件显示窗格，本助手在其中无法运行。',
        '请在 Excel 2021、2024 或 Microsoft 365 中打开本工作簿。',
        '表内公式、下拉选项和自检表不依赖本助手，可以继续填报。'
      ],
      retry: false
    },
    noOffice: {
      title: '没有连上 Office 组件',
      lines: [
        '等待 10 秒仍未载入 office.js，助手无法读写工作簿。',
        '请检查网络后重试。仍不行时，请告诉管理员：可改用内网存放的 office.js。',
        '表内公式、下拉选项和自检表不依赖本助手，可以继续填报。'
      ],
      retry: true
    }
  };

  function isOldWebview() {
    var agent = window.navigator.userAgent;
    if (/Trident\/|MSIE |Edge\/\d/.test(agent)) return true;
    return (
      typeof window.Promise !== 'function' ||
      typeof window.Symbol !== 'function' ||
      typeof window.Proxy !== 'function' ||
      typeof window.fetch !== 'function' ||
      typeof window.ResizeObserver !== 'function' ||
      typeof Object.fromEntries !== 'function' ||
      !(window.CSS && window.CSS.supports && window.CSS.supports('color', 'var(--x)'))
    );
  }

  function element(name, style, text) {
    var node = document.createElement(name);
    node.style.cssText = style;
    if (text) node.appendChild(document.createTextNode(text));
    return node;
  }

  function show(name) {
    if (shown || !document.body) return;
    var page = pages[name];
    var block = element(
      'div',
      'position:fixed;top:0;left:0;right:0;bottom:0;overflow-y:auto;z-index:100000;background:#ffffff;color:#242424;' +
        'padding:48px 20px 20px;font:14px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans SC",sans-serif'
    );
    block.id = 'preflight';
    block.setAttribute('role', 'alert');
    block.appendChild(element('div', 'width:32px;height:4px;background:#0f7b6c;margin:0 0 16px'));
    block.appendChild(element('h1', 'font-size:18px;line-height:1.4;font-weight:600;margin:0 0 12px', page.title));
    for (var i = 0; i < page.lines.length; i += 1) {
      block.appendChild(element('p', 'margin:0 0 8px', page.lines[i]));
    }
    if (page.retry) {
      var button = element(
        'button',
        'margin-top:12px;min-height:32px;padding:5px 20px;border:1px solid #0f7b6c;border-radius:4px;background:#0f7b6c;' +
          'color:#ffffff;font:inherit;cursor:pointer',
        '重试'
      );
      button.type = 'button';
      button.onclick = function () {
        window.location.reload();
      };
      block.appendChild(button);
    }
    document.body.appendChild(block);
    shown = block;
  }

  function hide() {
    if (shown && shown.parentNode) shown.parentNode.removeChild(shown);
    shown = null;
  }

  if (isOldWebview()) {
    if (document.body) show('tooOld');
    else document.addEventListener('DOMContentLoaded', function () { show('tooOld'); });
    return;
  }

  var waited = 0;
  var asked = false;
  var ready = false;
  var timer = window.setInterval(function () {
    if (!asked && window.Office && window.Office.onReady) {
      asked = true;
      window.Office.onReady(function () {
        ready = true;
        window.clearInterval(timer);
        hide();
      });
    }
    waited += pollMilliseconds;
    if (!ready && waited >= waitMilliseconds) show('noOffice');
  }, pollMilliseconds);
})();
