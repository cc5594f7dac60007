import { createHost, paneLinkOf, type Host, type OfficeTheme } from '../../src/workbench/host';

const black: OfficeTheme = {
  bodyBackgroundColor: '#262626',
  bodyForegroundColor: '#F0F0F0',
  controlBackgroundColor: '#363636',
  controlForegroundColor: '#00FF01',
};

/** The part of the native object of Excel for Windows that Office.js reads. */
interface External {
  GetContext(): {
    GetOfficeThemeInfo(): string;
    GetSupportedMatrix(): string;
    GetSettings(): { Read(keys: string[], values: string[]): void; Write(keys: string[], values: string[]): void };
  };
  RegisterEvent(id: number, target: string, handler: unknown, callback: (status: number) => void): void;
}

let host: Host;
beforeAll(async () => {
  host = await createHost();
});
afterAll(() => host.dispose());

const connect = (): { bridge: ReturnType<ReturnType<typeof paneLinkOf>['connect']>['bridge']; external: External } => {
  const { bridge, external } = paneLinkOf(host, { requirementSets: { ExcelApi: '1.14' }, theme: () => black }).connect();
  return { bridge, external: external as External };
};

/** A request as Office.js sends it that registers for changes of any sheet. */
const listenForChanges = JSON.stringify({
  id: 1,
  type: 1,
  flags: 0,
  message: {
    url: 'ProcessQuery',
    method: 'POST',
    headers: {},
    body: {
      AutoKeepReference: false,
      Actions: [
        { Id: 2, ActionType: 1, ObjectPathId: 1 },
        { Id: 4, ActionType: 1, ObjectPathId: 3 },
        { Id: 5, ActionType: 3, Name: '_RegisterDataChangedEvent', ObjectPathId: 3, ArgumentInfo: { Arguments: [] } },
      ],
      ObjectPaths: {
        '1': { Id: 1, ObjectPathType: 1, Name: '' },
        '3': { Id: 3, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
      },
    },
  },
});

test('colours of the theme travel as numbers, red highest, as Excel for Windows sends them', () => {
  expect(JSON.parse(connect().external.GetContext().GetOfficeThemeInfo())).toEqual({
    bodyBackgroundColor: 0x262626,
    bodyForegroundColor: 0xf0f0f0,
    controlBackgroundColor: 0x363636,
    controlForegroundColor: 0x00ff01,
  });
  expect(JSON.parse(connect().external.GetContext().GetSupportedMatrix())).toEqual({ ExcelApi: '1.14' });
});

test('settings of the document are kept as values and come back to the next pane', () => {
  connect()
    .external.GetContext()
    .GetSettings()
    .Write(['Office.AutoShowTaskpaneWithDocument', '说明'], ['true', '"已看过"']);
  expect([...host.settings]).toEqual([
    ['Office.AutoShowTaskpaneWithDocument', true],
    ['说明', '已看过'],
  ]);
  const keys: string[] = [];
  const values: string[] = [];
  connect().external.GetContext().GetSettings().Read(keys, values);
  expect(keys).toEqual(['Office.AutoShowTaskpaneWithDocument', '说明']);
  expect(values).toEqual(['true', '"已看过"']);
});

test('what the host does not play is refused, not taken for done', () => {
  const statuses: number[] = [];
  connect().external.RegisterEvent(10, '', null, (status) => statuses.push(status));
  expect(statuses).toEqual([5000]);
});

test('a pane that is loaded anew hears of an edit once; the pane before it hears nothing', async () => {
  const heard: string[] = [];
  for (const name of ['first', 'second']) {
    const { bridge } = connect();
    bridge.onMessageFromHost = (text) => {
      if (text.includes('RangeEdited') && text.includes('C3')) heard.push(name);
    };
    bridge.sendMessageToHost(listenForChanges);
    await host.idle();
  }
  await host.user.type('Sheet1', 'C3', '7');
  await host.idle();
  expect(heard).toEqual(['second']);
});
