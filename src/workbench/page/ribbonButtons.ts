/** The part of a ribbon that an add-in's manifest describes. */
export interface RibbonGroup {
  label: string;
  buttons: RibbonButton[];
}

/** One button that shows the task pane. */
export interface RibbonButton {
  id: string;
  label: string;
  tip: string;
  /** Address of the page the pane shows, relative to the add-in. */
  page: string;
  paneTitle: string;
  /** Address of the icon by its size in pixels, relative to the add-in. */
  icons: ReadonlyMap<number, string>;
}

const childOf = (element: Element, name: string): Element => {
  const found = [...element.children].find((child) => child.localName === name);
  if (found === undefined) throw new Error(`manifest: ${element.localName} has no ${name}`);
  return found;
};

const relative = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname.slice(1)}${search}`;
};

/** Reads the groups and buttons of an add-in-only manifest; texts in its default language. Throws on a broken manifest. */
export function readRibbon(manifestText: string): RibbonGroup[] {
  const manifest = new DOMParser().parseFromString(manifestText, 'application/xml');
  const resources = new Map<string, string>();
  for (const entry of manifest.getElementsByTagNameNS('*', 'Resources')[0]?.querySelectorAll('[id]') ?? []) {
    resources.set(entry.getAttribute('id') ?? '', entry.getAttribute('DefaultValue') ?? '');
  }
  const resource = (element: Element): string => {
    const value = resources.get(element.getAttribute('resid') ?? '');
    if (value === undefined) throw new Error(`manifest: ${element.localName} refers to a missing resource`);
    return value;
  };
  const button = (control: Element): RibbonButton => {
    const action = childOf(control, 'Action');
    return {
      id: control.getAttribute('id') ?? '',
      label: resource(childOf(control, 'Label')),
      tip: resource(childOf(childOf(control, 'Supertip'), 'Description')),
      page: relative(resource(childOf(action, 'SourceLocation'))),
      paneTitle: resource(childOf(action, 'Title')),
      icons: new Map(
        [...childOf(control, 'Icon').children].map((image) => [Number(image.getAttribute('size')), relative(resource(image))]),
      ),
    };
  };
  return [...manifest.getElementsByTagNameNS('*', 'Group')].map((group) => ({
    label: resource(childOf(group, 'Label')),
    buttons: [...group.children].filter((child) => child.localName === 'Control').map(button),
  }));
}
