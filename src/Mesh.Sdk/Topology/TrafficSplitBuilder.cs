using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares the shares of versions.</summary>
public sealed class TrafficSplitBuilder
{
    private readonly List<VersionWeight> _weights = [];

    internal TrafficSplitBuilder()
    {
    }

    /// <summary>Adds a share.</summary>
    /// <param name="version">Version of the service.</param>
    /// <param name="weightPercent">Share, 0 to 100; all shares sum to 100.</param>
    public TrafficSplitBuilder To(string version, int weightPercent)
    {
        Require.Text(version);
        _weights.Add(new(version, weightPercent));
        return this;
    }

    internal EquatableList<VersionWeight> Build() => _weights.ToEquatableList();
}
