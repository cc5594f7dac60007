import type { WorkbenchPage } from './openWorkbench';
import { pageFaults } from './pageFaults';

const TABS = ['开始', '填报', '校验', '报告', '校对', '上报'] as const;

/** What a round finds when nothing is wrong. */
export const NO_FAULTS: Readonly<Record<string, readonly string[]>> = { 开始: [], 填报: [], 校验: [], '校验（按类）': [], 报告: [], 校对: [], 上报: [], 使用帮助: [] };

export async function openTab(workbench: WorkbenchPage, name: string): Promise<void> {
  await workbench.pane.getByRole('tab', { name }).click();
}

/** Goes through every page of a pane that is filled in, photographs it and tells what breaks WCAG or is cut off, page by page. */
export async function faultsOfPages(workbench: WorkbenchPage, width: string, theme: string): Promise<Readonly<Record<string, readonly string[]>>> {
  await workbench.page.getByLabel('窗格宽度').selectOption({ label: `${width} 像素` });
  await workbench.page.getByLabel('Office 主题').selectOption({ label: theme });
  const faults: Record<string, string[]> = {};
  for (const tab of TABS) {
    await openTab(workbench, tab);
    if (tab === '校验') {
      await workbench.pressInPane('一键校验');
      await workbench.pane.getByRole('group', { name: '按级别筛选' }).waitFor();
    }
    if (tab === '上报' && (await workbench.pane.getByRole('button', { name: '下载文件' }).count()) === 0) {
      await workbench.pressInPane('生成上报文件');
      await workbench.pane.getByRole('button', { name: '下载文件' }).waitFor();
    }
    faults[tab] = await pageFaults(workbench.pane);
    await workbench.screenshot(`pane-${width}-${theme}-${tab}`);
    if (tab === '校验') {
      await workbench.pressInPane('按类');
      faults['校验（按类）'] = await pageFaults(workbench.pane);
      await workbench.screenshotPane(`pane-${width}-${theme}-按类`);
      await workbench.pressInPane('按表');
    }
  }
  await workbench.pressInPane('使用帮助');
  faults['使用帮助'] = await pageFaults(workbench.pane);
  return faults;
}

/** From an empty workbook to the sample, as a first user does. */
export async function fillInSample(workbench: WorkbenchPage, unitName = '示例县数据中心'): Promise<void> {
  await workbench.pane.getByLabel('单位名称').fill(unitName);
  await workbench.pane.getByLabel('单位编码').fill('017001');
  await workbench.pressInPane('生成套表');
  await workbench.pane.getByText('已完成', { exact: true }).waitFor();
  await workbench.pressInPane('载入示例');
  await workbench.pane.getByText(/填入\d+格/).waitFor();
}
