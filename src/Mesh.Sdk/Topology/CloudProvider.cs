namespace Mesh.Sdk.Topology;

/// <summary>Who runs the machines of a cluster. Decides which region names are known.</summary>
public enum CloudProvider
{
    /// <summary>Not told, or none of the others. Any region name is taken.</summary>
    Other,

    /// <summary>Amazon Web Services; regions such as <c>eu-west-2</c>.</summary>
    Aws,

    /// <summary>Google Cloud; regions such as <c>europe-west2</c>.</summary>
    GoogleCloud,

    /// <summary>Microsoft Azure; regions such as <c>westeurope</c>.</summary>
    Azure,

    /// <summary>The owner's own machines. Any region name is taken.</summary>
    OnPremises,
}
