import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useNavigate } from "react-router";

export const BackButton = ({ to = "/" }: { to?: string }) => {
  const go = useNavigate();
  return (
    <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => void (window.history.length > 1 ? go(-1) : go(to))}>
      返回
    </Button>
  );
};
