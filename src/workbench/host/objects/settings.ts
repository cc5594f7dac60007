import type { Book } from '../book';
import { hostError } from '../hostError';
import { text } from './arguments';
import { type Argument, type HostObject, NULL_OBJECT, describe, isHostObject } from './hostObject';
import type { Json } from './json';

interface SettingsTarget {
  readonly book: Book;
}

interface SettingTarget extends SettingsTarget {
  readonly key: string;
}

const settingObject = describe<SettingTarget>({
  name: 'Setting',
  identity: ({ key }) => ({ _Id: key }),
  get: {
    Key: ({ key }) => key,
    Value: ({ book, key }) => {
      const value = book.settings.get(key);
      if (value === undefined) throw hostError('ItemNotFound');
      return value;
    },
  },
  set: { Value: ({ book, key }, value) => void book.settings.set(key, plain(value)) },
  call: { Delete: ({ book, key }) => void book.settings.delete(key) },
});

function plain(value: Argument | undefined): Json {
  if (value === undefined || isHostObject(value)) throw hostError('InvalidArgument');
  return value as Json;
}

const find = ({ book }: SettingsTarget, key: Argument | undefined): HostObject =>
  book.settings.has(text(key)) ? settingObject({ book, key: text(key) }) : NULL_OBJECT;

export const settingsObject = describe<SettingsTarget>({
  name: 'SettingCollection',
  items: ({ book }) => [...book.settings.keys()].map((key) => settingObject({ book, key })),
  call: {
    Add: ({ book }, key, value) => {
      book.settings.set(text(key), plain(value));
      return settingObject({ book, key: text(key) });
    },
    GetCount: ({ book }) => book.settings.size,
    GetItem: (target, key) => {
      const found = find(target, key);
      if (found.isNull) throw hostError('ItemNotFound');
      return found;
    },
    GetItemOrNullObject: find,
  },
});
