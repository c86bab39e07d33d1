namespace Mesh.Sdk.Kafka.Switching;

/// <summary>What a switchable client does, and what it was told.</summary>
/// <param name="Client">Name of the client.</param>
/// <param name="State">State of the switch that it follows or has followed.</param>
/// <param name="Activity">What it does.</param>
/// <param name="Problem">Why it could not follow, as when the switch names a cluster that is not there; it goes on as before. <see langword="null"/> if it could.</param>
public sealed record ClientStatus(string Client, SwitchState State, ClientActivity Activity, string? Problem = null)
{
    /// <summary>Returns it as a line: <c>producer: Working (gke)</c>.</summary>
    public override string ToString() => $"{Client}: {Activity} ({State}){(Problem is null ? "" : $"; {Problem}")}";
}
