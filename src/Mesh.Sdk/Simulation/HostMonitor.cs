namespace Mesh.Sdk.Simulation;

/// <summary>What a client has seen of a host, and whether the host is ejected.</summary>
internal struct HostMonitor
{
    public long Run5xx;
    public long RunGateway;
    public long RunLocalOrigin;
    public long Answers;
    public long GoodAnswers;
    public long Connections;
    public long GoodConnections;
    public long Multiplier;
    public TimeSpan EjectedAt;
    public TimeSpan Jitter;
    public TimeSpan? ReturnedAt;
    public bool IsEjected;
    public bool IsGone;

    public void ResetRuns() => Run5xx = RunGateway = RunLocalOrigin = 0;

    public void ResetVolumes() => Answers = GoodAnswers = Connections = GoodConnections = 0;
}
