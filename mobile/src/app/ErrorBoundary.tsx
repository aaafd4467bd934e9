import { Component, type ReactNode } from "react";

/** The last net: a mistake of ours must leave people a way on, not a white page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="state" role="alert">
        <p className="state-title">页面没能打开</p>
        <p className="state-hint">可能是网络中断，或系统刚刚更新。已填写的内容都已保存。</p>
        <button type="button" className="adm-button adm-button-primary" onClick={() => location.reload()}>
          重新打开
        </button>
      </div>
    );
  }
}
