import type { Block, Pack, ProgressBlock, SelfCheckBlock } from '../pack/pack';
import { progressMatrix } from './progress';
import { selfCheckMatrix } from './selfCheck';

/** Blocks as they are laid out: those that are made from the rest of the pack have become matrices. */
export type LaidBlock = Exclude<Block, ProgressBlock | SelfCheckBlock>;

/** 填报进度 and 自检表 as matrices; every other block as it stands in the pack. */
export function laidBlock(pack: Pack, block: Block): LaidBlock {
  switch (block.type) {
    case 'progress': return progressMatrix(pack, block);
    case 'selfCheck': return selfCheckMatrix(pack, block);
    default: return block;
  }
}
