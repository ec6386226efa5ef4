import { View } from '@tarojs/components';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button';

interface State {
  failed: boolean;
}

/** Holds state, hence a class: React has no other way to catch what a page throws while it is drawn. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <View className="state" role="alert">
        <View className="strong">这一页没有画出来</View>
        <View className="note">写下的内容还在这部手机里。</View>
        <Button onPress={() => this.setState({ failed: false })}>再试一次</Button>
      </View>
    );
  }
}
