import manifest from '../../../manifest.xml';
import { adoptHost, paneLinkOf, type Host } from '../host';
import { createGrid } from './createGrid';
import { drawTextSections } from './drawTextSections';
import { followLinks } from './followLinks';
import { guardProtection } from './guardProtection';
import { Inspection } from './inspection';
import { keepSelectionInView } from './keepSelectionInView';
import { paintChrome, themeChoices, type ThemeChoice } from './officeThemes';
import { PaneFrame } from './paneFrame';
import { readRibbon } from './ribbonButtons';
import { showRibbon } from './showRibbon';
import { statusParts, type RunCost } from './statusLine';
import './workbench.css';

/** Widths of a task pane: as Excel opens it at 1366 × 768, and the narrowest it is designed for. */
const PANE_WIDTHS = [350, 320] as const;

/** What Excel 2021 on a volume licence offers: the oldest Excel the product is made for. */
const EXCEL_2021 = { ExcelApi: '1.14' };

function place<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

/** Writes the cost of the last run and of all runs whenever it changed; a run is what was sent without a pause. */
function watchCost(host: Host, line: HTMLElement): void {
  let seen = 0;
  let runStart = 0;
  const cost = (mark: number): RunCost => {
    const { syncs, requestBytes, responseBytes } = host.counters.since(mark);
    return { syncs, bytesSent: requestBytes, bytesReceived: responseBytes };
  };
  const show = (): void =>
    line.replaceChildren(
      ...statusParts(cost(runStart), cost(0)).map((text) => Object.assign(document.createElement('span'), { textContent: text })),
    );
  show();
  window.setInterval(() => {
    const now = host.counters.mark();
    if (now === seen) return;
    runStart = seen;
    seen = now;
    show();
  }, 250);
}

const grid = createGrid(place('grid', HTMLDivElement));
const host = adoptHost(grid.univer);
guardProtection(grid.api, host);
keepSelectionInView(grid.api);
followLinks(grid.api, host);
drawTextSections(grid.univer);
const pane = new PaneFrame(place('pane', HTMLElement));
const groups = readRibbon(manifest);
showRibbon(place('ribbon', HTMLElement), groups, (button) => pane.open(button.page, button.paneTitle));

const width = place('paneWidth', HTMLSelectElement);
width.append(...PANE_WIDTHS.map((pixels) => new Option(`${pixels} 像素`, String(pixels))));
width.addEventListener('change', () => pane.setWidth(Number(width.value)));
pane.setWidth(PANE_WIDTHS[0]);

const theme = place('theme', HTMLSelectElement);
theme.append(...themeChoices.map((choice) => new Option(choice.label, choice.name)));
const chosenTheme = (): ThemeChoice => themeChoices[theme.selectedIndex] ?? themeChoices[0];
theme.addEventListener('change', () => {
  paintChrome(chosenTheme().theme);
  pane.reload();
});
paintChrome(chosenTheme().theme);

window.paneLink = paneLinkOf(host, { requirementSets: EXCEL_2021, theme: () => chosenTheme().theme });
watchCost(host, place('status', HTMLElement));
Object.assign(window, { __workbench: new Inspection(grid.api, host) });
const first = groups[0]?.buttons[0];
if (first !== undefined) pane.open(first.page, first.paneTitle);
