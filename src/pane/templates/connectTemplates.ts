import { issueArchive, type FileArchiver } from '../../actions/handingOut/issueArchive';
import { makeTemplate, packFile } from '../../actions/handingOut/makeTemplate';
import { packChanges } from '../../actions/handingOut/packChanges';
import { readMaster, type Master } from '../../actions/handingOut/readMaster';
import { NO_UNIT } from '../../actions/handingOut/readRoster';
import { layOut } from '../../actions/layOut';
import { asMaster } from '../../actions/masterForm';
import { openWorkbook } from '../../actions/openWorkbook';
import type { FileOptions, FileWriter, Run, WorkbookPort } from '../../actions/ports';
import type { Pack } from '../../pack/pack';
import type { Message } from '../../values/message';
import { fail, ok, type Result } from '../../values/result';
import { protectionLock } from '../../workbook/protectionLock';
import type { HandOutOptions, Made, TemplateReading, TemplateWork } from './templateWork';

/** What the work needs of the pane: the workbook, how files are made, and the text of a pack that ships. */
export interface TemplateTools {
  readonly port: WorkbookPort;
  readonly write: FileWriter;
  readonly archive: FileArchiver;
  packText(packId: string): Promise<Result<string, Message>>;
}

interface Found {
  readonly master: Master;
  readonly reading: TemplateReading;
}

export function connectTemplates({ port, write, archive, packText }: TemplateTools): TemplateWork {
  const found = async (run: Run): Promise<Result<Found, Message>> => {
    run.progress(0, 0, '正在读取模板设置和单位名册');
    const opened = await openWorkbook(port, run);
    if (!opened.ok) return opened;
    if (opened.value.kind !== 'ours') return fail(noMaster);
    const master = readMaster(opened.value);
    return master.ok ? ok({ master: master.value, reading: readingOf(master.value) }) : master;
  };

  const withPack = async (run: Run, work: (pack: Pack, found: Found) => Promise<Result<Partial<Made>, Message>>): Promise<Result<Made, Message>> => {
    const now = await found(run);
    if (!now.ok) return now;
    const { master: { settings }, reading } = now.value;
    if (!settings.ok) return ok({ reading, file: null, issued: null });
    const made = await work(settings.value, now.value);
    return made.ok ? ok({ reading, file: null, issued: null, ...made.value }) : made;
  };

  return {
    begin: async (packId, run) => {
      const text = await packText(packId);
      return text.ok ? layOut(port, asMaster(text.value), null, run) : text;
    },
    read: async (run) => {
      const now = await found(run);
      return now.ok ? ok(now.value.reading) : now;
    },
    makeTemplate: (options, run) => withPack(run, async (pack) => {
      const file = await makeTemplate(pack, write, await fileOptions(options));
      return file.ok ? ok({ file: file.value }) : file;
    }),
    exportPack: (run) => withPack(run, (pack) => Promise.resolve(ok({ file: packFile(pack) }))),
    issue: (options, run) => withPack(run, async (pack, { master: { roster } }) => {
      if (!roster.ok) return ok({});
      const made = await issueArchive({ pack, units: roster.value, options: await fileOptions(options) }, write, archive, run);
      return made.ok ? ok(made.value ?? {}) : made;
    }),
  };
}

function readingOf({ begun, settings, roster }: Master): TemplateReading {
  return {
    settingFaults: settings.ok ? [] : settings.error, rosterFaults: roster.ok ? [] : roster.error, rosterBlank: !roster.ok && roster.error.every(({ found }) => found === NO_UNIT),
    changes: settings.ok ? packChanges(begun, settings.value) : [], units: roster.ok ? roster.value.length : 0, at: new Date(),
  };
}

async function fileOptions({ opensPane, password }: HandOutOptions): Promise<FileOptions> {
  return { created: new Date(), ...(opensPane ? { opensPane } : {}), ...(password === '' ? {} : { lock: await protectionLock(password) }) };
}

const noMaster: Message = { code: 'P-NoMaster', text: '这个工作簿不是财政局的模板工作簿。', remedy: '请打开有“模板设置”和“单位名册”的工作簿，或新建一个。' };
