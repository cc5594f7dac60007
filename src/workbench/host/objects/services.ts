import { type HostObject, describe } from './hostObject';

/** Office.js tells this service that it can take presses of function buttons; the workbench has none. */
const addinService = describe<null>({
  name: 'AddinInternalService',
  call: { NotifyActionHandlerReady: () => undefined },
});

const services: Readonly<Record<string, () => HostObject>> = {
  'Microsoft.InternalService.AddinInternalService': () => addinService(null),
};

/** The service of Office with this name, or null when the workbench does not play it. */
export const serviceObject = (name: string): HostObject | null => (Object.hasOwn(services, name) ? (services[name]?.() ?? null) : null);
