import { inOneWindow } from './oneWindow';
import { afterReload } from './pages/afterReload';
import { deepPath } from './pages/deepPath';
import { drill } from './pages/drill';
import { reload } from './pages/reload';

inOneWindow('pages in the editor', {}, [afterReload, reload, deepPath, drill]);
