import type { AddInSource } from '../actions/ports';
import { escapeXml } from './xmlText';

/** The add-in as the manifest names it; a test holds both together. */
export const ADD_IN = { id: '15a77d43-c9e6-41b0-8510-8371cac947b8', version: '1.0.0.0' } as const;

const FOLDER = 'xl/webextensions';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WEB_EXTENSION = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
const TASK_PANES = `${WEB_EXTENSION}taskpanes`;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Store and store type of each place, as [MS-OWEXML] and Office's own files have them. */
function storeOf(source: AddInSource): { readonly store: string; readonly storeType: string } {
  switch (source.kind) {
    case 'central': return { store: 'EXCatalog', storeType: 'EXCatalog' };
    case 'share': return { store: source.path, storeType: 'FileSystem' };
    case 'developer': return { store: 'developer', storeType: 'Registry' };
  }
}

/**
 * Parts that let Office open the pane with the workbook, by path. The pane is asked for by the document's own setting, not by
 * `visibility`: Office would offer to install an add-in it does not know, and nobody could switch it off again.
 */
export function paneParts(source: AddInSource): Readonly<Record<string, string>> {
  const { store, storeType } = storeOf(source);
  return {
    [`${FOLDER}/webextension1.xml`]: `${XML}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${ADD_IN.id.toUpperCase()}}">`
      + `<we:reference id="${ADD_IN.id}" version="${ADD_IN.version}" store="${escapeXml(store)}" storeType="${storeType}"/><we:alternateReferences/>`
      + '<we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties><we:bindings/>'
      + `<we:snapshot xmlns:r="${OFFICE_RELATIONSHIPS}"/></we:webextension>`,
    [`${FOLDER}/taskpanes.xml`]: `${XML}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">`
      + `<wetp:taskpane dockstate="right" visibility="0" width="350" row="1"><wetp:webextensionref xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
    [`${FOLDER}/_rels/taskpanes.xml.rels`]: `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${WEB_EXTENSION}" Target="webextension1.xml"/></Relationships>`,
  };
}

/** What the package's own lists must say of these parts: content types, and the relationship from its root. */
export const PANE_TYPES = `<Override PartName="/${FOLDER}/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/>`
  + `<Override PartName="/${FOLDER}/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/>`;
export const PANE_RELATIONSHIP = `<Relationship Id="rIdTaskPanes" Type="${TASK_PANES}" Target="${FOLDER}/taskpanes.xml"/>`;
