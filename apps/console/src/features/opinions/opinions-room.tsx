import { useParams } from 'react-router';
import { OpinionPage } from './opinion-page';
import { OpinionsPage } from './opinions-page';

/** 舆情: the list, or one of them. */
export function OpinionsRoom() {
  const { id } = useParams();
  return id === undefined ? <OpinionsPage /> : <OpinionPage id={id} />;
}
