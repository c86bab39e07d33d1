using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares the shares of a distribution.</summary>
public sealed class LocalityDistributionBuilder
{
    private readonly List<LocalityWeight> _weights = [];

    internal LocalityDistributionBuilder()
    {
    }

    /// <summary>Adds a share.</summary>
    /// <param name="locality">Locality pattern, such as <c>eu-west-2/*</c>.</param>
    /// <param name="weightPercent">Share, 1 to 100; all shares sum to 100.</param>
    public LocalityDistributionBuilder To(string locality, int weightPercent)
    {
        Require.Text(locality);
        _weights.Add(new(locality, weightPercent));
        return this;
    }

    internal EquatableList<LocalityWeight> Build() => _weights.ToEquatableList();
}
