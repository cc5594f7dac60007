import { withRoomFor } from '../pack/perRow';
import type { Message } from '../values/message';
import { ok, type Result } from '../values/result';
import { usePack, type UsablePack } from './ourWorkbook';

/** The pack with a sheet for each of so many rows of its list, at most as many as the list has room for; as it is where it has enough. */
export function withSheetsFor(pack: UsablePack, rows: number): Result<UsablePack, Message> {
  const { perRow } = pack.pack;
  const room = perRow ? pack.form.lists.get(perRow.list)?.block.room ?? 0 : 0;
  const wider = withRoomFor(pack.pack, Math.min(rows, room));
  return wider === pack.pack ? ok(pack) : usePack(JSON.stringify(wider));
}
