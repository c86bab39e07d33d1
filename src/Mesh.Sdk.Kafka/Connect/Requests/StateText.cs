namespace Mesh.Sdk.Kafka.Connect.Requests;

/// <summary>States as Connect writes them.</summary>
internal static class StateText
{
    public static string Of(ConnectState state) => state.ToString().ToUpperInvariant();

    public static ConnectState Read(string? text) => text switch
    {
        "UNASSIGNED" => ConnectState.Unassigned,
        "RUNNING" => ConnectState.Running,
        "PAUSED" => ConnectState.Paused,
        "STOPPED" => ConnectState.Stopped,
        "FAILED" => ConnectState.Failed,
        "RESTARTING" => ConnectState.Restarting,
        "DESTROYED" => ConnectState.Destroyed,
        _ => ConnectState.Unknown,
    };
}
