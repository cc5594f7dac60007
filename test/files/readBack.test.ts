import { expectReadBack } from './readBack';

test('entries of a file are the entries written', () => expectReadBack(15), 600_000);
