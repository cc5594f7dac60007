import { HOST_ERRORS } from '../../src/excel/hostErrors';
import { anomaly, useCases } from '../excel/anomaly';

const codes = Object.keys(HOST_ERRORS).filter((code) => code !== 'InvalidOperationInCellEditMode');

describe.each(useCases)('$name', (useCase) => {
  test.each(codes)('%s at every sync, at the start and half way', async (code) => {
    for (const after of [0, 40]) {
      let k = 1;
      while (await anomaly(useCase, k, code, after)) k += 1;
      expect(k).toBeGreaterThan(2);
    }
  });
});
