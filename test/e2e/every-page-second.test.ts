import { testEveryPage } from './support/every-page';

testEveryPage(1);
