import { numberOfScanned, slipNumberText } from '@bandeng/rules';
import { isWeapp } from '@/lib/env';
import { readSquare } from '@/lib/scan';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { typingProblem, type SlipForm, type SlipProblems } from './slip-form';

interface SlipPartProps {
  form: SlipForm;
  problems: SlipProblems;
  onChange: (part: Partial<SlipForm>) => void;
}

/** 便条: printed paper that is left with whoever spoke, so that they can see the answer in their own WeChat. Bound without a network. */
export function SlipPart({ form: { slipNumber, lastFour }, problems, onChange }: SlipPartProps) {
  const scan = async () => {
    const number = numberOfScanned((await readSquare()) ?? '');
    if (number === null) toast('没读到便条，对着码再扫一次，或者手填编号', 'alert');
    else onChange({ slipNumber: slipNumberText(number) });
  };
  return (
    <>
      <Heading level={2} className="mt3">
        留一张便条
      </Heading>
      {isWeapp && (
        <Button block icon="search" onPress={() => void scan()}>
          扫便条上的码
        </Button>
      )}
      <Field
        label="便条编号"
        hint="可以不留"
        help="印在便条上的八位数字。本人用自己的微信扫便条，就看得到答复，不用等你去告诉"
        keyboard="number"
        value={slipNumber}
        maxLength={12}
        error={problems.slipNumber ?? typingProblem(slipNumber)}
        onChange={next => onChange({ slipNumber: next })}
      />
      {slipNumber.trim() !== '' && (
        <Field
          label="本人手机号后四位"
          hint="可以不写"
          help="本人愿意说才写，不写你的。写了，便条丢了别人也领不走"
          keyboard="number"
          value={lastFour}
          maxLength={4}
          error={problems.lastFour}
          onChange={next => onChange({ lastFour: next })}
        />
      )}
    </>
  );
}
