import { expectReadBack } from './readBack';

/** A few files here; `npm run test:long` writes and reads 300. */
test('entries of a file are the entries written', () => expectReadBack(4));
