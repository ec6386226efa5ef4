import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { canDictate, dictate, joinSpoken } from '../lib/dictation';
import type { Dictation, DictationFault } from '../lib/dictation';
import { setPreferences, usePreferences } from '../lib/preferences';
import { Button } from './button';
import { NoticeBar } from './tag';

const faultWords: Record<DictationFault, string> = {
  refused: '麦克风没有打开。在浏览器的设置里允许用麦克风，或者打字。',
  'no-microphone': '没找到麦克风，打字也行。',
  unreachable: '连不上浏览器的语音服务，有网了再试，或者打字。',
  'heard-nothing': '没听见说话，靠近一点再说一遍。',
  failed: '没听成，再试一次，或者打字。',
};

interface VoiceOptions {
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}

/**
 * 说着写, for a long field: the button, and what is said under the field. Nothing where the platform has no recognition.
 * Before its first use it says who will hear it.
 */
export function useVoice(field: VoiceOptions) {
  const { voiceTold } = usePreferences();
  const [state, setState] = useState<'quiet' | 'asking' | 'listening'>('quiet');
  const [hint, setHint] = useState('');
  const [fault, setFault] = useState<DictationFault>();
  const running = useRef<Dictation>();
  const latest = useRef(field);
  latest.current = field;
  useEffect(() => () => running.current?.abort(), []);

  const add = (spoken: string) => {
    const { value, maxLength, onChange } = latest.current;
    const next = joinSpoken(value, spoken).slice(0, maxLength);
    // The next piece may come before this one is drawn.
    latest.current = { ...latest.current, value: next };
    onChange(next);
  };
  const listen = () => {
    setFault(undefined);
    setHint('');
    setState('listening');
    running.current = dictate({
      onHint: setHint,
      onText: add,
      onEnd: failed => {
        running.current = undefined;
        setFault(failed);
        setState('quiet');
      },
    });
  };
  const press = () => {
    if (state === 'listening') running.current?.stop();
    else if (voiceTold) listen();
    else setState('asking');
  };
  const agree = () => {
    setPreferences({ voiceTold: true });
    listen();
  };
  if (!canDictate()) return {};
  const isListening = state === 'listening';
  return {
    button: (
      <Button look="plain" icon={isListening ? 'stop' : 'mic'} onPress={press}>
        {isListening ? '说完了' : '说着写'}
      </Button>
    ),
    panel: (
      <>
        {state === 'asking' && <WhoHears onAgree={agree} onClose={() => setState('quiet')} />}
        <View role="status">
          {isListening && <View className="note mt1">{hint ? `听到：${hint}` : '在听，请说'}</View>}
          {fault && !isListening && (
            <NoticeBar tone="danger" icon="alert" className="mt1">
              {faultWords[fault]}
            </NoticeBar>
          )}
        </View>
      </>
    ),
  };
}

function WhoHears({ onAgree, onClose }: { onAgree: () => void; onClose: () => void }) {
  return (
    <NoticeBar tone="wood" icon="mic" className="mt1">
      <View role="alert">
        <Text>你的声音由浏览器自带的语音服务听写，多半要传到它的服务器。板凳只收到文字，不收声音。</Text>
        <View className="line wrap mt1">
          <Button onPress={onAgree}>知道了，开始说</Button>
          <Button look="plain" onPress={onClose}>
            还是打字
          </Button>
        </View>
      </View>
    </NoticeBar>
  );
}
