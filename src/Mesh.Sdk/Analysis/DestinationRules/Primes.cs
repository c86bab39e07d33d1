using System.Numerics;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Tells primes from others, for the table of maglev.</summary>
internal static class Primes
{
    // These bases decide for every number of 64 bits (Sorenson and Webster, 2015).
    private static readonly int[] Bases = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

    /// <summary>Returns whether a number is prime; like Envoy, it takes 1 for one.</summary>
    public static bool IsPrime(long number)
    {
        if (number < 4)
        {
            return number > 0;
        }

        if (Bases.Any(b => number % b == 0))
        {
            return Bases.Any(b => number == b);
        }

        int twos = BitOperations.TrailingZeroCount(number - 1);
        return Bases.All(b => Passes(b, (number - 1) >> twos, twos, number));
    }

    // Miller and Rabin: a prime passes for every base.
    private static bool Passes(int witness, long odd, int twos, long number)
    {
        BigInteger power = BigInteger.ModPow(witness, odd, number);
        for (int i = 0; i < twos; i++)
        {
            if (power == number - 1 || (i == 0 && power.IsOne))
            {
                return true;
            }

            power = BigInteger.ModPow(power, 2, number);
        }

        return false;
    }
}
