namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Adds up what becomes of the requests of a flow, by class of hosts.</summary>
internal sealed class RetryTally
{
    private readonly bool _isByGroup;

    public RetryTally(Flow flow)
    {
        _isByGroup = flow.Route.RetriesRemoteLocalities;
        for (int i = 0; i < flow.Hosts.Length; i++)
        {
            HostClass? found = ClassOf(flow.Hosts[i]);
            if (found is null)
            {
                Classes.Add(found = new(flow.Hosts[i], i));
            }

            found.Count++;
        }
    }

    public List<HostClass> Classes { get; } = [];

    public double[] Failures { get; } = new double[RequestOutcome.Causes];

    public double Ok { get; set; }

    public double Tries { get; set; }

    public double LatencySeconds { get; set; }

    public double RetrySeconds { get; set; }

    /// <summary>Returns the sums, and tells each host its tries.</summary>
    public RequestOutcome ToOutcome(Flow flow)
    {
        double[] last = new double[flow.Hosts.Length];
        double[] lastFailed = new double[last.Length];
        for (int i = 0; i < last.Length; i++)
        {
            HostClass c = ClassOf(flow.Hosts[i])!;
            last[i] = (c.Ok + c.Failed) / c.Count;
            lastFailed[i] = c.Failed / c.Count;
            flow.Hosts[i].Tries = c.Tries / c.Count;
        }

        return new() { Ok = Ok, Failures = Failures, Tries = Tries, LastTry = last, LastFailed = lastFailed, LatencySeconds = LatencySeconds, RetrySeconds = RetrySeconds };
    }

    private HostClass? ClassOf(FlowHost host)
    {
        foreach (HostClass c in Classes)
        {
            if (c.Has(host, _isByGroup))
            {
                return c;
            }
        }

        return null;
    }
}
