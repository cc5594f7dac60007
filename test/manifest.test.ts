/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const manifest = new DOMParser().parseFromString(text, 'application/xml');

/** Children an element may have, in the order the schema fixes; ! marks the required ones. */
const order: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl HighResolutionIconUrl SupportUrl ' +
    'AppDomains Hosts! Requirements DefaultSettings! Permissions! Dictionary VersionOverrides ExtendedOverrides',
  DisplayName: 'Override',
  Description: 'Override',
  Requirements: 'Sets! Methods',
  Sets: 'Set!',
  DefaultSettings: 'SourceLocation!',
  VersionOverrides: 'Description Requirements Hosts! Resources!',
  Hosts: 'Host!',
  Host: 'Runtimes AllFormFactors DesktopFormFactor',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint!',
  GetStarted: 'Title! Description! LearnMoreUrl!',
  ExtensionPoint: 'OfficeTab CustomTab',
  OfficeTab: 'Group!',
  Group: 'Label! Icon! Control!',
  Control: 'Label! Supertip! Icon! Action! Enabled',
  Supertip: 'Title! Description!',
  Icon: 'Image!',
  Action: 'TaskpaneId SourceLocation! Title',
  Resources: 'Images! Urls! ShortStrings! LongStrings!',
  Images: 'Image!',
  Urls: 'Url!',
  ShortStrings: 'String!',
  LongStrings: 'String!',
  String: 'Override',
};

const all = (name: string): Element[] => [...manifest.getElementsByTagNameNS('*', name)];
const only = (name: string): Element => {
  const found = all(name);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} elements ${name}`);
  return found[0];
};
const value = (element: Element, name: string): string => element.getAttribute(name) ?? '';

function orderFaults(element: Element): string[] {
  const children = [...element.children];
  const rule = order[element.localName];
  // GetStarted and Supertip have a Title or Description that refers to a text and holds none.
  if (children.length === 0 || rule === undefined) return children.length === 0 ? [] : [`${element.localName}: no children known`];
  const allowed = rule.split(' ').map((entry) => entry.replace('!', ''));
  const places = children.map((child) => allowed.indexOf(child.localName));
  const faults = children.filter((_, i) => places[i] === -1).map((child) => `${element.localName}/${child.localName} unknown`);
  if (places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0))) faults.push(`${element.localName}: wrong order`);
  for (const required of rule.split(' ').filter((entry) => entry.endsWith('!'))) {
    if (!children.some((child) => `${child.localName}!` === required)) faults.push(`${element.localName}: ${required} missing`);
  }
  return [...faults, ...children.flatMap(orderFaults)];
}

test('the file is well-formed and its elements stand in the order of the schema', () => {
  expect(manifest.getElementsByTagName('parsererror')).toHaveLength(0);
  expect(manifest.documentElement.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type')).toBe('TaskPaneApp');
  expect(orderFaults(manifest.documentElement)).toEqual([]);
});

test('the order check sees a swapped element', () => {
  const swapped = text.replace(/( *<Version>.*\n)( *<ProviderName>.*\n)/, '$2$1');
  expect(swapped).not.toBe(text);
  expect(orderFaults(new DOMParser().parseFromString(swapped, 'application/xml').documentElement)).toEqual(['OfficeApp: wrong order']);
});

test('identity, permission and requirement', () => {
  expect(only('Id').textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(only('Version').textContent).toMatch(/^\d{1,5}(\.\d{1,5}){3}$/);
  expect(only('DefaultLocale').textContent).toBe('zh-CN');
  expect(only('Permissions').textContent).toBe('ReadWriteDocument');
  expect(all('Set').map((set) => [value(set, 'Name'), value(set, 'MinVersion')])).toEqual([['ExcelApi', '1.7']]);
  expect(all('AppDomain')).toEqual([]);
});

test('texts are within the lengths Office allows, in both languages', () => {
  const both = (element: Element | undefined): string[] =>
    element === undefined ? [] : [value(element, 'DefaultValue'), ...[...element.children].map((child) => value(child, 'Value'))];
  const short = [...both(all('DisplayName')[0]), ...[...only('ShortStrings').children].flatMap(both)];
  const long = [...both(manifest.documentElement.querySelector(':scope > Description') ?? undefined), ...[...only('LongStrings').children].flatMap(both)];
  expect(short.filter((entry) => entry.length === 0 || entry.length > 125)).toEqual([]);
  expect(long.filter((entry) => entry.length === 0 || entry.length > 250)).toEqual([]);
  expect(short.length).toBeGreaterThan(10);
  const translated = [...only('ShortStrings').children, ...only('LongStrings').children];
  for (const entry of translated) {
    expect([...entry.children].map((child) => value(child, 'Locale'))).toEqual(['en-US']);
    expect(value(entry, 'DefaultValue')).toMatch(/\p{Script=Han}/u);
  }
});

test('every resource is defined once, used, and short enough', () => {
  const defined = ['Images', 'Urls', 'ShortStrings', 'LongStrings'].flatMap((name) => [...only(name).children].map((entry) => value(entry, 'id')));
  const used = [...manifest.querySelectorAll('[resid]')].map((element) => value(element, 'resid'));
  expect(new Set(defined).size).toBe(defined.length);
  expect(defined.filter((id) => id.length > 32)).toEqual([]);
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
  const ids = [...all('Control'), ...all('Group')].map((element) => value(element, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length > 125)).toEqual([]);
});

test('three buttons in one group of the 开始 tab open one pane', () => {
  const resource = (id: string): string => value(manifest.querySelector(`[id="${id}"]`) ?? manifest.documentElement, 'DefaultValue');
  const child = (element: Element, name: string): Element => element.getElementsByTagNameNS('*', name)[0] ?? element;
  expect(value(only('OfficeTab'), 'id')).toBe('TabHome');
  expect(resource(value(child(only('Group'), 'Label'), 'resid'))).toBe('绩效自评');
  expect(
    all('Control').map((control) => [
      resource(value(child(control, 'Label'), 'resid')),
      control.querySelector('Action')?.getAttribute('xsi:type'),
      child(control, 'TaskpaneId').textContent,
      new URL(resource(value(child(control, 'SourceLocation'), 'resid'))).search,
    ]),
  ).toEqual([
    ['打开助手', 'ShowTaskpane', 'Office.AutoShowTaskpaneWithDocument', ''],
    ['一键校验', 'ShowTaskpane', 'Office.AutoShowTaskpaneWithDocument', '?do=check'],
    ['生成自评报告', 'ShowTaskpane', 'Office.AutoShowTaskpaneWithDocument', '?do=report'],
  ]);
});

test('every address is https and of the one origin that the build replaces', () => {
  const urls = [...text.matchAll(/(?:DefaultValue|Value)="(\w+:\/\/[^"]*)"/g)].map((match) => match[1] ?? '');
  expect(urls.length).toBeGreaterThan(20);
  expect([...new Set(urls.map((url) => new URL(url).origin))]).toEqual(['https://localhost:3000']);
});

/** Width and height that a PNG declares. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('icons exist in the size they are announced with, with transparency', () => {
  const sizes = [16, 20, 24, 32, 40, 48, 64, 80];
  const pathOf = (url: string): string => join(root, new URL(url).pathname);
  const announced = all('Icon').map((icon) => [...icon.children].map((image) => ({ size: Number(value(image, 'size')), id: value(image, 'resid') })));
  for (const icon of announced) {
    expect(icon.map((image) => image.size)).toEqual(sizes);
    for (const image of icon) {
      const file = pathOf(value(manifest.querySelector(`[id="${image.id}"]`) ?? manifest.documentElement, 'DefaultValue'));
      expect(existsSync(file)).toBe(true);
      expect(pngSize(file)).toEqual([image.size, image.size]);
      expect(readFileSync(file)[25]).toBe(6); // colour type 6: with alpha
    }
  }
  expect(pngSize(pathOf(value(only('IconUrl'), 'DefaultValue')))).toEqual([32, 32]);
  expect(pngSize(pathOf(value(only('HighResolutionIconUrl'), 'DefaultValue')))).toEqual([64, 64]);
});
