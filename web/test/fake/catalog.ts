import document from '../../../functions/publishing/src/main/resources/dev/heddle/catalog/node-types.gen.json';
import { catalogDocument, catalogOf } from '../../src/catalog/nodeType';

/** What the server answers to `GET node-types`: the generated file itself. */
export const NODE_TYPES_DOCUMENT: unknown = document;

/** The node types there are. */
export const NODE_TYPES = catalogDocument.parse(document).nodeTypes;

export const CATALOG = catalogOf(NODE_TYPES);
