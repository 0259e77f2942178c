import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { catalogOf, type Catalog } from '@/catalog/nodeType';
import { keys } from './keys';
import { useApi } from './services';

/** The node types there are; asked for once per page. */
export function useCatalogQuery() {
  const api = useApi();
  return useQuery({
    queryKey: keys.nodeTypes,
    queryFn: async () => catalogOf((await api.nodeTypes()).nodeTypes),
    staleTime: Infinity,
  });
}

const NONE: Catalog = new Map();
export const CatalogContext = createContext<Catalog>(NONE);
export const useCatalog = (): Catalog => use(CatalogContext);
