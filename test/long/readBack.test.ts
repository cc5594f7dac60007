import { expectReadBack } from '../files/readBack';

test('entries of 300 files are the entries written', () => expectReadBack(300), 3_000_000);
