import { packIndex } from '../../src/pack/bundledPacks';
import { expectReadBack } from '../files/readBack';

test('entries of 300 files are the entries written', () => expectReadBack(300), 3_000_000);

test.each(packIndex.map(({ id }) => id).slice(1))('entries of 60 files of %s are the entries written', (id) => expectReadBack(60, id), 3_000_000);
