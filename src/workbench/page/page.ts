import manifest from '../../../manifest.xml';
import { createGrid } from './createGrid';
import { themeChoices } from './officeThemes';
import { PaneFrame } from './paneFrame';
import { Inspection } from './inspection';
import { readRibbon } from './ribbonButtons';
import { showRibbon } from './showRibbon';
import './workbench.css';

const place = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element ${id}`);
  return element;
};
const grid = createGrid(place('grid'));
Object.assign(window, { __workbench: new Inspection(grid.api), __api: grid.api });
const pane = new PaneFrame(place('pane'));
pane.setWidth(350);
const groups = readRibbon(manifest);
showRibbon(place('ribbon'), groups, (b) => pane.open(b.page, b.paneTitle));
const theme = place('theme') as HTMLSelectElement;
theme.append(...themeChoices.map((t) => new Option(t.label, t.name)));
const w = place('paneWidth') as HTMLSelectElement;
w.append(new Option('350', '350'), new Option('320', '320'));
w.onchange = () => pane.setWidth(Number(w.value));
const first = groups[0]?.buttons[0];
if (first) pane.open(first.page, first.paneTitle);
