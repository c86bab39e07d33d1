namespace Mesh.Sdk.Simulation;

/// <summary>Which losses <c>Survives</c> tries, one after the other.</summary>
[Flags]
public enum Loss
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Each zone.</summary>
    OfAnyZone = 1,

    /// <summary>Each region.</summary>
    OfAnyRegion = 2,

    /// <summary>Each cluster.</summary>
    OfAnyCluster = 4,

    /// <summary>Each provider.</summary>
    OfAnyProvider = 8,

    /// <summary>Each east-west gateway.</summary>
    OfAnyGateway = 16,

    /// <summary>The control plane.</summary>
    OfTheControlPlane = 32,
}
