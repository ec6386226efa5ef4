import { useEffect } from 'react';
import { chooseLetters, isLargeType, openOffPaper, usePreferences } from '../lib/preferences';
import { Button } from './button';

/** For who came here off paper, whoever they are: large letters at once, and one tap back. */
export function LargerType() {
  const isLarge = isLargeType(usePreferences());
  useEffect(openOffPaper, []);
  return (
    <Button wide icon="elder" look={isLarge ? 'quiet' : 'line'} onPress={() => chooseLetters(!isLarge)}>
      {isLarge ? '字小一点' : '字大一点'}
    </Button>
  );
}
