import { firstReflections } from './history/firstReflections';
import { search } from './history/search';
import { tree } from './history/tree';
import { yearOfReflections } from './history/yearOfReflections';
import { inOneWindow } from './oneWindow';

inOneWindow('the side bar', {}, [tree, firstReflections, search, yearOfReflections]);
