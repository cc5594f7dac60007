import { type RibbonButton, type RibbonGroup } from './ribbonButtons';

/** Draws the groups of an add-in as large ribbon buttons, as on the 开始 tab of Excel. */
export function showRibbon(place: HTMLElement, groups: readonly RibbonGroup[], press: (button: RibbonButton) => void): void {
  place.replaceChildren(
    ...groups.map((group) => {
      const box = document.createElement('section');
      box.className = 'ribbon-group';
      box.setAttribute('aria-label', group.label);
      const row = document.createElement('div');
      row.className = 'ribbon-buttons';
      row.append(...group.buttons.map((button) => ribbonButton(button, press)));
      const name = document.createElement('div');
      name.className = 'ribbon-name';
      name.textContent = group.label;
      box.append(row, name);
      return box;
    }),
  );
}

function ribbonButton(button: RibbonButton, press: (button: RibbonButton) => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'ribbon-button';
  element.dataset.control = button.id;
  element.title = `${button.label}\n${button.tip}`;
  const icon = document.createElement('img');
  icon.src = button.icons.get(32) ?? '';
  icon.srcset = `${button.icons.get(32) ?? ''} 1x, ${button.icons.get(64) ?? ''} 2x`;
  icon.width = 32;
  icon.height = 32;
  icon.alt = '';
  const label = document.createElement('span');
  label.textContent = button.label;
  element.append(icon, label);
  element.addEventListener('click', () => press(button));
  return element;
}
