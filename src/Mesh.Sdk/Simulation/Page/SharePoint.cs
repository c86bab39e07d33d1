namespace Mesh.Sdk.Simulation.Page;

/// <summary>What happens to requests from a time on. Rates are per second, clusters in the order of the mesh.</summary>
internal sealed record SharePoint(TimeSpan Start, double Requests, double Failures, double[] ByCluster)
{
    public double Answered => ByCluster.Sum();

    public double FailureRatio => Requests > 0 ? Failures / Requests : 0;

    public double ShareOf(int cluster) => Answered > 0 ? ByCluster[cluster] / Answered : 0;
}
