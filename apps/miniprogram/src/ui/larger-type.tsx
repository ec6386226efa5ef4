import { setPreferences, usePreferences } from '../lib/preferences';
import { Button } from './button';

/** Elder mode in one tap, and in one tap back: for who came from paper, without the way through the settings. */
export function LargerType() {
  const { elder } = usePreferences();
  return (
    <Button
      wide
      icon="elder"
      look={elder ? 'quiet' : 'line'}
      onPress={() => setPreferences({ elder: !elder, elderOffered: true })}
    >
      {elder ? '字小一点' : '字大一点'}
    </Button>
  );
}
