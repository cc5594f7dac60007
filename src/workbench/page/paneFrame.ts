/** Tells Office.js, in the address of the pane, that it runs in Excel for Windows in Chinese. */
const HOST_INFO = '_host_Info=Excel$Win32$16.01$zh-CN$telemetry$$$0';

/** The place where Excel shows a task pane: one frame, opened, navigated and closed by the ribbon. */
export class PaneFrame {
  private page: string | null = null;

  constructor(private readonly place: HTMLElement) {}

  /** Shows `page` (address relative to the add-in). The page already shown stays as it is, as in Excel. */
  open(page: string, title: string): void {
    if (this.page === page) return;
    this.page = page;
    const frame = document.createElement('iframe');
    frame.className = 'pane-frame';
    frame.name = 'taskpane';
    frame.title = title;
    frame.src = `${page}${page.includes('?') ? '&' : '?'}${HOST_INFO}`;
    this.place.replaceChildren(this.head(title), frame);
    this.place.hidden = false;
  }

  close(): void {
    this.page = null;
    this.place.replaceChildren();
    this.place.hidden = true;
  }

  /** Loads the shown page anew, as after a change of the Office theme. */
  reload(): void {
    const frame = this.place.querySelector('iframe');
    if (frame !== null) frame.src = frame.getAttribute('src') ?? '';
  }

  /** Width of the page in the pane, in CSS pixels. */
  setWidth(pixels: number): void {
    this.place.style.width = `${pixels}px`;
  }

  private head(title: string): HTMLElement {
    const head = document.createElement('div');
    head.className = 'pane-head';
    const name = document.createElement('span');
    name.textContent = title;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'pane-close';
    close.title = '关闭';
    close.setAttribute('aria-label', '关闭任务窗格');
    close.textContent = '×';
    close.addEventListener('click', () => this.close());
    head.append(name, close);
    return head;
  }
}
